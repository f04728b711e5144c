// run-fuzz.ts [dockerfile | ignore] [--minutes N | --cases N] [--seed N]: see script/fuzz.
import { parseArgs } from "node:util";
import { fuzz } from "./fuzz.ts";
import { hostileCase, type Target } from "./hostile-case.ts";

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		minutes: { type: "string" },
		cases: { type: "string" },
		seed: { type: "string" },
		print: { type: "boolean" },
	},
});
const targets = (positionals.length > 0 ? positionals : ["dockerfile", "ignore"]) as readonly Target[];
const first = Number(values.seed ?? Math.floor(Math.random() * 1e9));
const count = Number(values.cases ?? Number.POSITIVE_INFINITY);
const minutes = Number(values.minutes ?? (values.cases === undefined ? 60 : Number.POSITIVE_INFINITY));

function* seedsFrom(startedAt: number): Generator<number, void> {
	for (let i = 0; i < count && performance.now() - startedAt < minutes * 60_000; i++) yield first + i;
}

for (const target of targets) {
	if (values.print) {
		console.log(JSON.stringify(hostileCase(target, first), undefined, 2));
		continue;
	}
	let [cases, slowest, largest] = [0, 0, 0];
	const startedAt = performance.now();
	const failures = await fuzz({
		target,
		reader: "lint",
		seeds: seedsFrom(startedAt),
		limitMs: 1000,
		limitMb: 300,
		onResult: ({ milliseconds, heapBytes, failure, seed }) => {
			cases++;
			slowest = Math.max(slowest, milliseconds);
			largest = Math.max(largest, heapBytes);
			if (failure !== undefined) console.log(`${target} ${seed}: ${failure}\n`);
		},
	});
	const took = ((performance.now() - startedAt) / 60_000).toFixed(1);
	console.log(
		`${target}: ${cases} cases from seed ${first} in ${took} minutes, ${failures.length} failed; the slowest took ${slowest.toFixed(0)} ms, the heap had at most ${(largest / 2 ** 20).toFixed(0)} MiB`,
	);
	for (const failure of failures) console.log(failure.split("\n")[0]);
	if (failures.length > 0) process.exitCode = 1;
}
