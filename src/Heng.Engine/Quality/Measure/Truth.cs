namespace Heng.Engine.Quality.Measure;

/// <summary>
/// Where somebody's word on a place came from: the random audit, an inspection drawn at random, or an objection. Who objects picks the place, so objections say nothing of how often
/// a rule is right. Stored by number.
/// </summary>
public enum TruthSource : byte { Audit, Inspection, Objection }

/// <summary>
/// What a person said of a place (标注): whether what the rule looks for is there. <paramref name="Place"/> is the stable id of a finding there, which is the same for every version of the
/// rule, so that a changed rule is measured on what was labelled before it. <paramref name="Whole"/>: the reception was read for the rule from end to end, so that what it misses shows.
/// </summary>
public sealed record Truth(string Place, bool IsThere, TruthSource Source, bool Whole);
