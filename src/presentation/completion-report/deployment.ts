import { codeBlock, inlineCode, markdownTable, markdownText } from "../markdown/markdown.ts";
import type { Run } from "../run/run.ts";
import { publishedLines } from "../text/published-lines.ts";
import type { ServiceEvidence } from "./criterion.ts";
import { healthAddress, pullName } from "./images.ts";

/** The commands that ran, and their inputs for each image. */
export function commandsSection(run: Run, subjects: readonly ServiceEvidence[]): string {
	const { build, plan } = run;
	const images = new Map(plan.images.map((image) => [image.service, image]));
	const table = markdownTable(
		["image", "Dockerfile", "context", "platforms", "build arguments", "tags"],
		subjects.map((subject) => {
			const { service } = subject;
			const image = images.get(service.name);
			const args = [
				...Object.entries(image?.args ?? {}).map(([name, value]) => `${name}=${value}`),
				...(image?.volatileArgs ?? []),
			];
			const { immutable = [], floating = [] } = plan.tags[service.name] ?? {};
			return [
				inlineCode(pullName(subject)),
				inlineCode(service.dockerfile),
				inlineCode(service.context),
				service.platforms.join(", "),
				args.map(inlineCode).join(" "),
				[...immutable, ...floating].map(inlineCode).join(" "),
			];
		}),
	);
	const command = build?.command ?? [];
	const intro =
		build === undefined
			? "No build ran."
			: command.length === 0
				? "Nothing was built, or each matrix job built its own part, so there is no single command."
				: "The build of all images, to repeat in the catalog's folder:";
	return [
		intro,
		...(command.length === 0 ? [] : [codeBlock([quoted(command)])]),
		"Its inputs for each image:",
		table,
	].join("\n\n");
}

/** Quoted for a shell. */
const quoted = (words: readonly string[]) =>
	words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ");

/** Where the services run, what they need, and how to check them. */
export function deploymentSection(run: Run, subjects: readonly ServiceEvidence[]): string {
	const { plan, publish, smoke } = run;
	const { name, subnet } = plan.network;
	const create = `docker network create --driver bridge${subnet === undefined ? "" : ` --subnet=${subnet}`} ${name}`;
	const endpoints = subjects.flatMap((subject) => {
		const address = healthAddress(subject.service);
		return address === undefined
			? []
			: [[markdownText(subject.service.title), inlineCode(address), probeAnswer(subject)]];
	});
	const needs = subjects.filter(({ service }) => service.needs.length > 0);
	const names = new Set(subjects.map(({ service }) => service.name));
	const published = publish?.services.filter(({ service }) => names.has(service)) ?? [];
	const publishedDigests = publish === undefined ? [] : publishedLines({ ...publish, services: published });
	const [first] = subjects;
	const platforms = [...new Set(subjects.flatMap(({ service }) => service.platforms))];
	const created = smoke === undefined ? "not created in this run" : `smoke created ${networkText(smoke.network)}`;
	const part = (title: string, body: string) => (body === "" ? [] : ["", `### ${title}`, "", body]);
	return [
		`- **Network**: ${networkText(plan.network)}; ${created}`,
		`- **Platforms**: ${platforms.join(", ")}`,
		...needs.map(
			({ service }) => `- **${markdownText(service.title)}** needs ${service.needs.map(inlineCode).join(", ")}`,
		),
		...plan.externals.map(
			({ name: external, image }) => `- **${markdownText(external)}** is not built here: ${inlineCode(image)}`,
		),
		...part("Network setup", codeBlock([create])),
		...part(
			"Health check endpoints",
			endpoints.length === 0 ? "" : markdownTable(["service", "address", "answer"], endpoints),
		),
		...part("Published, by digest", codeBlock(publishedDigests)),
		...part("Try it", first === undefined ? "" : codeBlock(tryCommands(pullName(first), publish?.composeFile))),
	].join("\n");
}

const networkText = ({ name, subnet }: Run["plan"]["network"]) =>
	subnet === undefined ? inlineCode(name) : `${inlineCode(name)} (${subnet})`;

function probeAnswer({ smoked }: ServiceEvidence): string {
	const [probe] = smoked.flatMap(({ probes }) => probes.slice(0, 1));
	if (probe !== undefined)
		return `${probe.ok ? "✅" : "❌"} ${probe.status ?? ""} ${markdownText(probe.error ?? "")}`.trim();
	const passedBefore = smoked.some((result) => result.passedBefore !== undefined);
	return passedBefore ? "✅ this digest passed before" : "➖ not probed in this run";
}

const tryCommands = (image: string, composeFile: string | undefined) => [
	`docker buildx imagetools inspect ${image}`,
	`docker pull ${image}`,
	...(composeFile === undefined ? [] : ["docker compose --file compose.yml up --detach --wait"]),
	"lucid verify-host",
];
