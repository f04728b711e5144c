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
	const network = `docker network create --driver bridge${subnet === undefined ? "" : ` --subnet=${subnet}`} ${name}`;
	const endpoints = subjects.flatMap((subject) => {
		const { service } = subject;
		const address = healthAddress(service);
		if (address === undefined) return [];
		const probe = subject.smoked.flatMap(({ probes }) => probes.slice(0, 1))[0];
		const answer =
			probe !== undefined
				? `${probe.ok ? "✅" : "❌"} ${probe.status ?? ""} ${probe.error === undefined ? "" : markdownText(probe.error)}`.trim()
				: subject.smoked.some(({ passedBefore }) => passedBefore !== undefined)
					? "✅ this digest passed before"
					: "➖ not probed in this run";
		return [[markdownText(service.title), inlineCode(address), answer]];
	});
	const needs = subjects.filter(({ service }) => service.needs.length > 0);
	const names = new Set(subjects.map(({ service }) => service.name));
	const ownPublish = publish && { ...publish, services: publish.services.filter(({ service }) => names.has(service)) };
	const published = ownPublish === undefined ? [] : publishedLines(ownPublish);
	const first = subjects[0];
	const platforms = [...new Set(subjects.flatMap(({ service }) => service.platforms))];
	return [
		`- **Network**: ${inlineCode(name)}${subnet === undefined ? "" : ` (${subnet})`}${smoke === undefined ? "; not created in this run" : `; smoke created ${inlineCode(smoke.network.name)}${smoke.network.subnet === undefined ? "" : ` (${smoke.network.subnet})`}`}`,
		`- **Platforms**: ${platforms.join(", ")}`,
		...needs.map(
			({ service }) => `- **${markdownText(service.title)}** needs ${service.needs.map(inlineCode).join(", ")}`,
		),
		...plan.externals.map(
			({ name: other, image }) => `- **${markdownText(other)}** is not built here: ${inlineCode(image)}`,
		),
		"",
		"### Network setup",
		"",
		codeBlock([network]),
		...(endpoints.length === 0
			? []
			: ["", "### Health check endpoints", "", markdownTable(["service", "address", "answer"], endpoints)]),
		...(published.length === 0 ? [] : ["", "### Published, by digest", "", codeBlock(published)]),
		...(first === undefined
			? []
			: [
					"",
					"### Try it",
					"",
					codeBlock([
						`docker buildx imagetools inspect ${pullName(first)}`,
						`docker pull ${pullName(first)}`,
						...(publish?.composeFile === undefined ? [] : ["docker compose --file compose.yml up --detach --wait"]),
						"lucid verify-host",
					]),
				]),
	].join("\n");
}
