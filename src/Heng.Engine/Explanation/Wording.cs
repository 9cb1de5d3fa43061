namespace Heng.Engine.Explanation;

/// <summary>The same words in both languages of the pages.</summary>
public readonly record struct Wording(string Zh, string En)
{
    public string In(bool english) => english ? En : Zh;
}
