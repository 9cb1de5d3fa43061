using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Intake.Bytes;
using Heng.Intake.Chats;
using Heng.Intake.Fields;

namespace Heng.Intake;

/// <summary>A column of a format: the name we print, and every other name that exporters have given it.</summary>
public sealed record Column(string Name, bool Required, params IReadOnlyList<string> Aliases)
{
    internal IEnumerable<string> Names => [Name, .. Aliases];
}

/// <summary>How a file is written.</summary>
public enum Shape : byte { Table, JsonLines, Conversation }

/// <summary>What a format's rows become.</summary>
public enum Holding : byte
{
    Messages, Orders, Ratings, Reviews, People, Entries, Attendance, Adjustments, Reported, Punches, Roster, Leave, Calendar, StatusLog,
    Calls, Cases, Complaints, OperationErrors, Incidents, Training, Exams, Tasks, Suggestions, Activities, Handovers, Surveys, ReviewWork, ReportedReceptions, Targets,
    Items, Refunds, BuyerAliases, Bindings, Coverage, Goals, Measures, TaxOpenings, SpecialDeductions, MinimumWages, PlanNotices, BankAccounts, Corrections, Inspections,
}

/// <summary>
/// An export format: recognised by its header alone. A table may be csv in any delimiter and encoding, xlsx or xls.
/// A format of days (<see cref="OfDays"/>) covers a shop's days, so that an empty file says something.
/// </summary>
public sealed record Format
{
    internal Format(string id, Wording name, Holding holds, Shape shape, IReadOnlyList<Column> columns, Func<Cells, RowReader> reader) =>
        (Id, Name, Holds, Shape, Columns, Reader) = (id, name, holds, shape, columns, reader);

    public string Id { get; }
    public Wording Name { get; }
    public Holding Holds { get; }
    public Shape Shape { get; }
    public IReadOnlyList<Column> Columns { get; }
    public bool OfDays => Holds is Holding.Messages or Holding.Orders or Holding.Ratings or Holding.Reviews;

    /// <summary>Its rows are a shop's, so the shop must be named. What is not may name one and is otherwise the company's.</summary>
    public bool OfShop { get => field || OfDays; init; }

    /// <summary>Exporters may put 汇总 or 合计 under such a table; nobody does under messages.</summary>
    internal bool HasSummaries => Holds is not Holding.Messages;

    /// <summary>How the file writes its rates; looks at every row before the first is given out.</summary>
    internal Func<IEnumerable<Cells>, RateNotation>? Notation { get; init; }

    /// <summary>Columns that are not ours hold what we must not keep (receiver, address, phone): a rejected row's raw text shows them as ….</summary>
    internal bool HidesUnread => Holds is Holding.Orders or Holding.Items or Holding.Refunds;

    /// <summary>What is in it is kept closed: it is for few to bring, nothing writes it again, and a rejected row's raw text shows no digit of it.</summary>
    public bool IsSecret => Holds is Holding.BankAccounts;

    /// <summary>Its rows tell what people are paid: who sees nobody's pay sees no digit of a rejected one.</summary>
    public bool HoldsPay => Holds is Holding.People or Holding.Adjustments or Holding.TaxOpenings or Holding.SpecialDeductions or Holding.BankAccounts;

    /// <summary>Rows that the header takes; in one of two, the lower row's names stand behind the merged group above them: <c>请假/事假</c>.</summary>
    internal int HeaderRows { get; init; } = 1;

    /// <summary>Tells the columns that come many times over, such as one for each day, by their names; a file has at least one of them.</summary>
    internal Func<string, bool>? Repeats { get; init; }

    /// <summary>Of files without a header: whether a record can be a row of this format. Their cells stand in the order of the columns.</summary>
    internal Func<IReadOnlyList<string>, bool>? Headless { get; init; }

    /// <summary>Walks a chat text (聊天文本), which has no header: it is recognised by its blocks.</summary>
    internal Func<ByteWindow, Charset, Parties, ChatRecords>? Chat { get; init; }

    /// <summary>Whose rows do not say their days: the period stands above the header or in the file's name.</summary>
    internal bool NeedsPeriod { get; init; }

    /// <summary>Puts a record into the cells of the columns, in their order; null where Heng writes no such file.</summary>
    internal Func<object, object?[]>? Writer { get; init; }

    public bool IsWritten => Writer is not null || Shape == Shape.JsonLines;

    /// <summary>Files of it cover every day from their first row to their last.</summary>
    internal bool CoversSpan { get; init; }

    /// <summary>A column by this name says that a file covers the days of its rows and none between; what stands in it makes no difference.</summary>
    public const string Covers = "covers", CoversZh = "覆盖", OwnDays = "own-days";

    /// <summary>A reader keeps what it remembers of one file, so every file gets its own.</summary>
    internal Func<Cells, RowReader> Reader { get; }

    /// <summary>How rows that tell parts of one record become it (the lines of an order); null where a row is a record.</summary>
    internal Func<IReadOnlyList<object>, IReadOnlyList<object>>? Join { get; init; }

    /// <summary>The name under which a row counts that was joined to another: it is dropped, for its record is told already.</summary>
    public const string RowJoined = "row-joined";

    /// <summary>The records of all accepted rows of a file, each whole. The order of the rows makes no difference.</summary>
    public IReadOnlyList<object> Whole(IReadOnlyList<object> records) => Join?.Invoke(records) ?? records;

    internal int ColumnOf(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == name) return i;
        }
        return -1;
    }
}

/// <summary>Reads the record under the cursor into one of the two; whether it worked stands in <see cref="Cells.Failure"/>.</summary>
internal delegate void RowReader(out Message message, out object? record);

/// <summary>Whether a file writes rates as 99.71 and not as 0.9971, and of which columns that is doubtful, for all they hold is at most 1.</summary>
internal sealed record RateNotation(bool Percents, IReadOnlyList<string> Doubtful)
{
    public static readonly RateNotation Fractions = new(false, []);
}
