import { DuckDBInstance } from '@duckdb/node-api';
import { folder, measure, query, rows, threads } from './answer.mjs';

const instance = await DuckDBInstance.create(':memory:', { threads, temp_directory: folder });
const connection = await instance.connect();
await connection.run('create table msg (day int, buyer int, account int, seq int, ts int, kind utinyint, len int, target int)');
await connection.run(`insert into msg select * from read_csv('${rows}', header = true)`);
const version = (await (await connection.runAndReadAll('select version()')).getRows())[0][0];
await measure(`duckdb ${version}`, async () => (await connection.runAndReadAll(query)).getRows().map(row => row.join(',')));
