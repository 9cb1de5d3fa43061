using Heng.Engine.Explanation;

namespace Heng.Engine.Pay;

/// <summary>A fund that withheld pay goes to (基金), and the rule by which it is paid out; null where nobody wrote one.</summary>
public sealed record Fund(string Id, Wording Name, Wording? Rule);
