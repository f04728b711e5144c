import { agreement } from "../../bench/agreement.ts";
import type { Beside, Results, Row } from "../../bench/rows.ts";
import { markdownTable } from "./markdown.ts";

/** docs/performance.md, from the results of the last `script/bench --keep`. */
export function performancePage(results: Results): string {
	const { machine, found } = results;
	const rows = found.flatMap((one) => (one.kind === "row" ? [one] : []));
	const lines = found.flatMap((one) => (one.kind === "simulation" ? [one.lines] : []));
	return `${[
		"# Performance",
		"`script/bench` measured everything here (`--keep` generates this page, `--twice` runs it a second time). It prepares the work, runs ours and the others alternately on a real engine with a local registry, and takes medians. A ratio above 1 is how many times longer the other took than ours; for the two lower bounds of the plan, it is below 1. Missed targets are marked.",
		`Measured on ${machine.cores} cores and ${machine.gigabytes} GiB, with Node ${machine.node}, Docker ${machine.docker} and buildx ${machine.buildx}.`,
		"## On one machine",
		markdownTable(["work", "ours", "others, in the same run", "target", "reached"], rows.map(cells)),
		"## Missed targets",
		rows.some(({ held }) => !held) ? rows.flatMap(reason).join("\n") : "None.",
		...twice(results),
		"## Method",
		howMeasured,
		...lines.flatMap((part) => ["## On GitHub, by simulation", aboutSimulation, part.join("\n")]),
		"## Not measured",
		notMeasured,
	].join("\n\n")}\n`;
}

function cells({ work, ours, peers, reach, held, note }: Row): readonly string[] {
	const own = note === undefined ? ours : `${ours}<br>${note}`;
	return [work, own, peers.map(beside).join("<br>"), reach, held ? "yes" : "**missed**"];
}

function reason({ work, held, why }: Row): readonly string[] {
	return held ? [] : [`- **${work}.**${why === undefined ? "" : ` ${why}`}`];
}

/** Compares two runs. */
function twice(results: Results): readonly string[] {
	const all = agreement(results);
	if (all.length === 0) return [];
	const lines = all.map(({ work, name, ratios: [first, second], apart }) => [
		...[work, name, first.toFixed(2), second.toFixed(2)],
		`${(apart * 100).toFixed(0)} %${apart > 0.15 ? ", **more than 15 %**" : ""}`,
	]);
	return [
		"## Two runs",
		"The figures above are from one run, whose ratio is first. Short measurements vary more with the load of the machine than long ones:",
		markdownTable(["work", "compared with", "ratio", "second run", "difference"], lines),
	];
}

function beside(peer: Beside): string {
	return "missing" in peer
		? `${peer.name}: not measured, ${peer.missing}`
		: `${peer.name}: ${peer.value}, ratio ${peer.ratio.toFixed(2)}`;
}

const howMeasured = `- Each run of another tool is between two of ours and is compared with their mean, so that drift of the machine affects both. Ratios are medians: of five runs each, three for Skaffold, seven for set-up, ten for the build of one service, eleven for plans. The action docker/build-push-action, which takes minutes, has three cold runs and one with everything cached, in parts of five services. A run that takes a second or two is the median of three, and each waits until the engine is idle. Starts and smoke run alternately, 15 and three times each. An entry starts in an empty folder without docker: it loads, reads its inputs, reports what is missing and exits.
- The FastAPI service is typical: \`WORKDIR\`, \`pip install -r requirements.txt\` with nine packages from PyPI, a distroless final stage. Each run changes something new in its own commit. Steps are the instructions that BuildKit executed in the last run, from its history; \`FROM\` and cached steps do not count. If pip runs, the others have one run between two of ours; otherwise the median of three. A fresh builder is an empty BuildKit that imports the layers that an earlier run exported to the registry. The service's own start and stop is the time of \`docker run\`, the first good response, \`docker stop\` and \`docker rm\`.
- The 35 services are small Python images as in the Lucid project: a compile step in a builder stage, a distroless base, linux/arm64, the whole repository as context.
- docker/build-push-action, docker/metadata-action and docker/bake-action are the published bundles, run as the runner does: inputs as variables, the runner's files, \`main\`, then \`post\`. A local server replaces GitHub's API. A job's machine, checkout and set-up are not in these figures; the simulation includes them.
- The other builds have the same output as ours, no attestations, no build records, and the same bases. For cold runs, the engine is emptied before each; otherwise all layers are cached.
- Skaffold is compiled from its Go module, builds everything at once with BuildKit, and pushes; the bases that it inspects are pulled before. After each run, every image must have the commit's tag.
- \`docker buildx bake\` uses the definition that \`lucid bake\` prints; its creation is not counted.
- If the public bundles cannot be cloned, \`LUCID_PEERS\` names their folder; without them, their rows show "not measured".`;

const aboutSimulation =
	"A push on GitHub's hosted runners: ours (plan, our packed matrix, publish, report; no smoke, which the others do not have) compared with one job per service, which is a matrix over all services. Times on the machine are measured, GitHub's are the constants below, none is random.";

const notMeasured = `- docker-library's meta-scripts with bashbrew: they read the library files and repositories of one organisation and cannot be used for others. They also name images by their inputs.`;
