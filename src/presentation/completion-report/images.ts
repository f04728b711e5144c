import type { ServiceRow } from "../../model/documents/report.ts";
import type { Service } from "../../model/service/service.ts";
import { formatDuration, formatSize, shortDigest } from "../../util/format.ts";
import { inlineCode, markdownTable, markdownText } from "../markdown/markdown.ts";
import { outcomeCell, sizeCell } from "../markdown/service-table.ts";
import type { ServiceEvidence } from "./criterion.ts";

/** `pickme/lucid-api-gateway:latest-arm64`: with the first floating tag, else the first immutable one. */
export function pullName({ run, service }: ServiceEvidence): string {
	const { immutable = [], floating = [] } = run.plan.tags[service.name] ?? {};
	const tag = floating[0] ?? immutable[0];
	const name = service.image.replace(/^docker\.io\//, "");
	return tag === undefined ? name : `${name}:${tag}`;
}

/** `http://localhost:8080/health`; undefined for services that do not run. */
export function healthAddress({ health, ports }: Service): string | undefined {
	if (health === undefined) return ports[0] === undefined ? undefined : `tcp ${ports[0].container}`;
	switch (health.kind) {
		case "http":
			return `http://localhost:${health.port}${health.path}`;
		case "tcp":
			return `tcp ${health.port}`;
		case "grpc":
			return `grpc ${health.port}`;
		case "command":
			return health.command.join(" ");
		case "healthcheck":
			return "its own HEALTHCHECK";
	}
}

/** The main table of the report. */
export function imageTable(subjects: readonly ServiceEvidence[], rows: ReadonlyMap<string, ServiceRow>): string {
	return markdownTable(
		[
			"#",
			"service",
			"image",
			"Dockerfile",
			"port",
			"health check",
			"status",
			"digest",
			"size:",
			"layers:",
			"build time:",
		],
		subjects.map((subject, i) => {
			const { service } = subject;
			const row = rows.get(service.name);
			const address = healthAddress(service);
			return [
				i + 1,
				`**${markdownText(service.title)}**`,
				inlineCode(pullName(subject)),
				inlineCode(service.dockerfile),
				service.ports.map(({ container }) => container).join(", "),
				address === undefined ? "" : inlineCode(address),
				row === undefined ? "" : outcomeCell(row),
				row?.digest === undefined ? "" : inlineCode(shortDigest(row.digest)),
				row === undefined ? "" : sizeCell(row),
				row?.layers ?? "",
				row?.buildMs === undefined ? "" : formatDuration(row.buildMs),
			];
		}),
	);
}

/** Everything about one image, under its title. */
export function specification(subject: ServiceEvidence, row: ServiceRow | undefined): string {
	const { run, service, images } = subject;
	const [image] = images;
	const spec = image?.spec;
	const planned = run.plan.images.find((image) => image.service === service.name);
	const base = baseOf(subject);
	const program = images.flatMap(({ checks }) => checks).find(({ id }) => id === "entrypoint-machine")?.actual;
	const tags = run.publish?.services.find((published) => published.service === service.name)?.tags ?? [];
	const code = (text: string | undefined) => (text === undefined || text === "" ? undefined : inlineCode(text));
	const lines: readonly (readonly [string, string | undefined])[] = [
		["Purpose", service.description && markdownText(service.description)],
		["Image", code(pullName(subject))],
		["Digest", code(row?.digest)],
		["Tags", tags.map(({ tag, state }) => `${inlineCode(tag)} ${state}`).join(", ")],
		["Dockerfile", code(service.dockerfile)],
		[
			"Build context",
			`${inlineCode(service.context)}${service.target === undefined ? "" : `, target ${inlineCode(service.target)}`}`,
		],
		["Base image", base && markdownText(base)],
		["Built with", planned?.bases.map(({ ref }) => inlineCode(ref)).join(", ")],
		["Platforms", service.platforms.join(", ")],
		["Starts", code([...(spec?.entrypoint ?? []), ...(spec?.command ?? [])].join(" "))],
		["Program", program && markdownText(program)],
		["User", code(spec?.user)],
		["Working directory", code(spec?.workingDir)],
		[
			"Ports",
			service.ports
				.map(
					({ container, published, protocol }) =>
						`${container}/${protocol}${published === undefined || published === container ? "" : ` on ${published}`}`,
				)
				.join(", "),
		],
		["Health check", code(healthAddress(service))],
		["Needs", service.needs.map(inlineCode).join(", ")],
		[
			"Size",
			row === undefined ? undefined : `${sizeCell(row)}${row.layers === undefined ? "" : ` in ${row.layers} layers`}`,
		],
		["Build time", row?.buildMs === undefined ? undefined : formatDuration(row.buildMs)],
	];
	return [
		`### ${markdownText(service.title)}`,
		lines
			.filter(([, value]) => value !== undefined && value !== "")
			.map(([name, value]) => `- **${name}**: ${value}`)
			.join("\n"),
		...environment(subject),
		...healthcheck(subject),
		...packages(subject),
		...layers(subject),
	].join("\n\n");
}

/** As verified, through bases from the catalog; else from the Dockerfile. */
function baseOf({ run, service, checked }: ServiceEvidence): string | undefined {
	const verified = checked.flatMap(({ checks }) => checks).find(({ id }) => id === "base")?.actual;
	const planned = run.plan.images.find((image) => image.service === service.name);
	return verified ?? planned?.base?.name ?? Object.values(planned?.from ?? {})[0];
}

function environment({ images }: ServiceEvidence): readonly string[] {
	const env = Object.entries(images[0]?.spec?.env ?? {});
	if (env.length === 0) return [];
	return [
		"Environment:",
		markdownTable(
			["variable", "value"],
			env.map(([name, value]) => [inlineCode(name), value === "" ? "" : inlineCode(value)]),
		),
	];
}

function healthcheck({ images }: ServiceEvidence): readonly string[] {
	const check = images[0]?.spec?.healthcheck;
	if (check === undefined) return [];
	const { test, interval, timeout, startPeriod, retries } = check;
	const timing = [
		interval !== undefined && `every ${formatDuration(interval)}`,
		timeout !== undefined && `within ${formatDuration(timeout)}`,
		startPeriod !== undefined && `${formatDuration(startPeriod)} to start`,
		retries !== undefined && `${retries} tries`,
	].filter((word) => word !== false);
	return [`HEALTHCHECK: ${inlineCode(test.slice(1).join(" "))}${timing.length === 0 ? "" : ` (${timing.join(", ")})`}`];
}

function packages({ images }: ServiceEvidence): readonly string[] {
	const all = images.find((image) => image.packages !== undefined)?.packages ?? [];
	return all.length === 0 ? [] : [`Python packages in the image: ${all.map(inlineCode).join(", ")}`];
}

/** The largest layers. */
function layers({ images }: ServiceEvidence): readonly string[] {
	const all = images[0]?.spec?.layers ?? [];
	const described = all.filter(({ by }) => by !== undefined);
	if (described.length === 0) return [];
	const largest = all.toSorted((a, b) => b.size - a.size).slice(0, 5);
	return [
		"Largest layers:",
		markdownTable(
			["size:", "made by"],
			largest.map(({ size: bytes, by }) => [formatSize(bytes), by === undefined ? "" : inlineCode(by)]),
		),
	];
}
