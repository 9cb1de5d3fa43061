namespace Heng.Engine.Records;

/// <summary>
/// A step of something that people take through steps (事项): who did it, when, and why in words that anybody who may see the log may read. What only some may read is content of the
/// kind's own. Who is empty where nobody is to be named.
/// </summary>
public abstract record MatterStep(string Who, Instant At, string Why);
