System.Console.WriteLine("heng");
