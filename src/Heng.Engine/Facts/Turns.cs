namespace Heng.Engine.Facts;

/// <summary>What a message of a shared account says about who sits there: the shop's person wrote or passed on; the buyer asked or was passed on to it; nothing.</summary>
public enum Hand : byte { None, Asks, Acts }

/// <summary>
/// Divides one buyer's conversation with a shared account among its people: what a person does is of whoever is on shift, and what came before belongs to the next who does something.
/// After the last such message, or without any, all belongs to who was on shift at the question; where nothing was asked, to who was there last.
/// </summary>
public static class Turns
{
    /// <summary>The person of each message, given in fold order.</summary>
    public static int[] Of(Seats seats, IReadOnlyList<(int Second, Hand What)> messages)
    {
        var people = new int[messages.Count];
        var waiting = 0;
        for (var i = 0; i < people.Length; i++)
        {
            if (messages[i].What != Hand.Acts) continue;
            Array.Fill(people, seats.At(messages[i].Second), waiting, i + 1 - waiting);
            waiting = i + 1;
        }
        if (waiting < people.Length) Array.Fill(people, Left(seats, messages, waiting, people), waiting, people.Length - waiting);
        return people;
    }

    private static int Left(Seats seats, IReadOnlyList<(int Second, Hand What)> messages, int waiting, int[] people)
    {
        for (var i = waiting; i < people.Length; i++)
            if (messages[i].What == Hand.Asks) return seats.At(messages[i].Second);
        return waiting > 0 ? people[waiting - 1] : seats.At(messages[0].Second);
    }
}
