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
		"Measured by `script/bench` on a real engine with a local registry. A ratio is how many times longer the other took than ours.",
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
		"The figures above are from the first run:",
		markdownTable(["work", "compared with", "ratio", "second run", "difference"], lines),
	];
}

function beside(peer: Beside): string {
	return "missing" in peer
		? `${peer.name}: not measured, ${peer.missing}`
		: `${peer.name}: ${peer.value}, ratio ${peer.ratio.toFixed(2)}`;
}

const howMeasured = `- Each run of another tool is between two of ours and is compared with their mean. Ratios are medians of five runs, three for Skaffold, seven for set-up, ten for the build of one service, eleven for plans. docker/build-push-action has three cold runs and one with everything cached, in parts of five services. A run of a second or two is the median of three, and waits until the engine is idle. Starts and smoke run alternately, 15 and three times each. An entry starts in an empty folder without docker.
- The FastAPI service: \`WORKDIR\`, \`pip install -r requirements.txt\` with nine packages from PyPI, a distroless final stage. Each run changes something new in its own commit. Steps are those that BuildKit executed in the last run, without \`FROM\`. If pip runs, the others have one run between two of ours; otherwise the median of three. A fresh builder is an empty BuildKit that imports an earlier run's layers from the registry. The service's own start and stop: \`docker run\`, the first good response, \`docker stop\`, \`docker rm\`.
- The 35 services are small Python images: a compile step in a builder stage, a distroless base, linux/arm64, the whole repository as context.
- Docker's actions are the published bundles, run as the runner does (\`main\`, then \`post\`), with a local server as GitHub's API. A job's machine, checkout and set-up are only in the simulation.
- The other builds have the same output and bases as ours, no attestations, no build records. The engine is emptied before each cold run; otherwise all layers are cached.
- Skaffold is compiled from its Go module, builds everything at once with BuildKit, and pushes; the bases that it inspects are pulled before. Every image must then have the commit's tag.
- \`docker buildx bake\` uses the output of \`lucid bake\`, whose creation is not counted.`;

const aboutSimulation =
	"A push on GitHub's hosted runners: ours (plan, packed matrix, publish, report; no smoke) and a matrix of one job per service. Times on the machine are measured, GitHub's are the constants below.";

const notMeasured =
	"- docker-library's meta-scripts with bashbrew: they only work for one organisation's library files and repositories.";
