import { agreement } from "../../bench/agreement.ts";
import type { Beside, Results, Row } from "../../bench/rows.ts";
import { markdownTable } from "./markdown.ts";

/** docs/performance.md, from what the last `script/bench --keep` has found. */
export function performancePage(results: Results): string {
	const { machine, found } = results;
	const rows = found.flatMap((one) => (one.kind === "row" ? [one] : []));
	const lines = found.flatMap((one) => (one.kind === "simulation" ? [one.lines] : []));
	return `${[
		"# Performance",
		"Everything here is what `script/bench` printed (`--keep` makes this page of it, `--twice` runs a second time): it prepares the work, runs ours and the others in turn in one run, on a real engine with a registry beside it, and takes medians. A ratio above 1 says that the other took so many times as long as ours did beside it; with the plan's two floors it is below 1. What falls short of what we want says so.",
		`Measured on ${machine.cores} cores and ${machine.gigabytes} GiB, with Node ${machine.node}, Docker ${machine.docker} and buildx ${machine.buildx}.`,
		"## On one machine",
		markdownTable(["work", "ours", "others, of the same run", "to reach", "held"], rows.map(cells)),
		"## What falls short, and why",
		rows.some(({ held }) => !held) ? rows.flatMap(reason).join("\n") : "Nothing does.",
		...twice(results),
		"## How it is measured",
		howMeasured,
		...lines.flatMap((part) => ["## On GitHub, by simulation", aboutSimulation, part.join("\n")]),
		"## Not measured",
		notMeasured,
	].join("\n\n")}\n`;
}

function cells({ work, ours, peers, reach, held, note }: Row): readonly string[] {
	const own = note === undefined ? ours : `${ours}<br>${note}`;
	return [work, own, peers.map(beside).join("<br>"), reach, held ? "yes" : "**falls short**"];
}

function reason({ work, held, why }: Row): readonly string[] {
	return held ? [] : [`- **${work}.**${why === undefined ? "" : ` ${why}`}`];
}

/** How well a second run agrees with the first. */
function twice(results: Results): readonly string[] {
	const all = agreement(results);
	if (all.length === 0) return [];
	const lines = all.map(({ work, name, ratios: [first, second], apart }) => [
		...[work, name, first.toFixed(2), second.toFixed(2)],
		`${(apart * 100).toFixed(0)} %${apart > 0.15 ? ", **more than 15 %**" : ""}`,
	]);
	return [
		"## Two runs, one after another",
		"The figures above are of one of them, with its ratio first; of the other there is what both have measured. What takes a second swings more with whatever else the machine does than what takes twenty:",
		markdownTable(["work", "beside", "ratio", "again", "apart"], lines),
	];
}

function beside(peer: Beside): string {
	return "missing" in peer
		? `${peer.name}: not measured, ${peer.missing}`
		: `${peer.name}: ${peer.value}, ratio ${peer.ratio.toFixed(2)}`;
}

const howMeasured = `- Each turn of another is between two of ours, and counts beside their mean: what the machine drifts meanwhile, it drifts for both. Ratios are medians of such turns: five each, three beside Skaffold, seven of set-up, ten of the build of one service alone, eleven of plans; docker/build-push-action, which takes minutes, has three from cold, and one with everything cached, in parts of five services. A turn of what takes a second or two is the median of three, and none begins before the engine has come to rest. Starts and smoke are run in turn, fifteen and three times each. An entry starts in an empty folder with no docker: it loads, reads its inputs, says what is missing and ends.
- The FastAPI service is what most people have: \`WORKDIR\`, \`pip install -r requirements.txt\` of nine packages from PyPI, a distroless final stage. Each turn changes something that nobody has built yet, in a commit of its own. Steps are the instructions that BuildKit executed in the last turn of each, by its own history: \`FROM\` and what came from a cache do not count. Where pip runs in each turn, all others have one turn between two of ours; else the median of three. A fresh builder is a BuildKit with nothing in it, which imports the layers that a run before has exported to the registry. The service's own start and stop is what \`docker run\`, the first good answer, \`docker stop\` and \`docker rm\` take.
- The 35 services are small Python images as in the Lucid project: a step of compiling in a builder stage, a distroless base, for linux/arm64, the whole repository as context.
- docker/build-push-action, docker/metadata-action and docker/bake-action are their own published bundles, run as the runner runs them: inputs as variables, the runner's files, \`main\`, then \`post\`. GitHub's API is answered by a local server at once. What each job needs besides (a machine, a checkout, set-up) is not in these figures; the simulation has it.
- The peers' builds are given the same output as ours, no attestations, no build records, and bases from the same place. From cold, the engine is emptied before each turn; else everybody has all layers cached.
- Skaffold is compiled from its Go module, builds all at once with BuildKit, and pushes; the bases that it looks into are pulled before its turn. After each, every image has to have the commit's tag.
- \`docker buildx bake\` is given the definition that \`lucid bake\` prints; making it is not counted.
- Where the public bundles cannot be cloned, their folder is named by \`LUCID_PEERS\`; without them their rows say so.`;

const aboutSimulation =
	"A push on GitHub's hosted runners, ours (plan, the matrix that our own packing makes, publish, report; no smoke, which the others do not have) beside one job for each service, which is what a matrix over all services starts. The machine's own times are measured, GitHub's are the constants below, none is drawn by chance.";

const notMeasured = `- docker-library's meta-scripts with bashbrew: scripts for one organisation's images, whose library files and repositories they read; they are not made to be given others. They too name images by what they are built from.`;
