import { DuckDBInstance } from '@duckdb/node-api';

// Reads a chat file whole, every column as text, on one thread as Heng does; prints what it read and what that took.
const [, , file] = process.argv;
const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();
const version = (await (await connection.runAndReadAll('select version()')).getRows())[0][0];
const started = performance.now(), before = process.cpuUsage();
await connection.run(`create table msg as select * from read_csv('${file}', header = true, all_varchar = true)`);
const taken = performance.now() - started, used = process.cpuUsage(before);
const rows = (await connection.runAndReadAll('select count(*), sum(length(text)), count(distinct buyer) from msg')).getRows()[0];
const peakBytes = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({
  engine: `duckdb ${version}`, seconds: Math.round(taken) / 1000, processorSeconds: Math.round((used.user + used.system) / 1000) / 1000, peakBytes, read: rows.map(String).join(','),
}));
