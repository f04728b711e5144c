// Puts what some parts have found into what is kept of all: keep.ts RESULTS FOUND. Run by script/bench --keep PART...
import { readFile, writeFile } from "node:fs/promises";
import { kept } from "./kept.ts";
import type { Results } from "./rows.ts";

const [, , results = "", found = ""] = process.argv;
const read = async (file: string) => JSON.parse(await readFile(file, "utf8")) as Results;

await writeFile(results, `${JSON.stringify(kept(await read(results), await read(found)), undefined, "\t")}\n`);
