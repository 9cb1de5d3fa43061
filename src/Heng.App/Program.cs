using System.Text;
using Heng.App.CommandLine;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return RootCommandLine.Run(args, Console.Out, Console.Error);
