using Heng.Bench.Fold; using System.Diagnostics; using Heng.Engine.Facts.Kernel; using Heng.Engine.Records;
var m = int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
var month = ChatMonth.Of(m);
var f = new DayFolding(); var t = new DayTally(); var bf = new long[310]; var bt=new long[310]; var ba=new long[310]; bf.AsSpan().Fill(long.MaxValue);bt.AsSpan().Fill(long.MaxValue);ba.AsSpan().Fill(long.MaxValue);
long Cpu() { return Stopwatch.GetTimestamp(); }
for (int r = 0; r < 40; r++) { int i=0; foreach (var d in month) { var a = Cpu(); f.Start(RuleSet.Default); 
 for (var c = 0; c < d.Columns.ConversationBuyer.Length; c++) f.AddConversation(d.Columns.ConversationBuyer[c], d.Columns.ConversationAccount[c], d.Columns.ConversationAgent[c]); var x=Cpu(); f.Steps(d.Columns); var b = Cpu(); t.Take(f); var c2 = Cpu(); ba[i] = Math.Min(ba[i], x-a); bf[i] = Math.Min(bf[i], b - x); bt[i] = Math.Min(bt[i], c2 - b); i++; } }
double A=ba.Sum()/(double)m,F=bf.Sum()/(double)m,T=bt.Sum()/(double)m;
Console.WriteLine($"min per day: add {A:F2} fold {F:F2} tally {T:F2} = {A+F+T:F2} ns/msg -> {1000/(A+F+T):F1} M/s");
