using Heng.App.Features.Board;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary>What a command works with that a program asked for over HTTP: the server's database, months, day that goes on and clock, and the account that asks.</summary>
public sealed record AskedOver(Database Database, string Folder, Viewer Viewer, BookCache Books, BoardQuery Board, TimeProvider Time);
