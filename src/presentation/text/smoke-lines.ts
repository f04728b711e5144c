import type { SmokedService, SmokeResult } from "../../model/documents/smoke.ts";
import { formatDuration } from "../../util/format.ts";
import { sanitizeLine } from "../../util/sanitize.ts";

/** The image's own name and its first port: `lucid-api-gateway:8080`. */
export function endpointOf({ ref, probes, service }: SmokedService): string {
	const name = /([^/]+)@/.exec(ref)?.[1] ?? service;
	const port = probes.find(({ port }) => port !== undefined)?.port;
	return port === undefined ? name : `${name}:${port}`;
}

const marks: Readonly<Record<SmokedService["verdict"], string>> = {
	healthy: "✓",
	unhealthy: "✗",
	unknown: "?",
	"not tried": "?",
	skipped: "-",
};

/** `lucid-api-gateway:8080 ✓ aarch64, ready in 1.2 s, answers in 12 ms`: one line per service to try. */
export function smokeLines({ services, network, leftovers = [] }: SmokeResult): readonly string[] {
	const tried = services.filter(({ verdict }) => verdict !== "skipped");
	if (tried.length === 0) return [];
	const several = new Set(tried.map(({ platform }) => platform)).size > 1;
	const where = `network ${network.name}${network.subnet === undefined ? "" : ` ${network.subnet}`}`;
	return [
		`${where} ✓${network.note === undefined ? "" : `: ${network.note}`}`,
		...tried.map((result) => {
			const text =
				result.verdict === "healthy"
					? healthyText(result)
					: (result.failure?.guess ?? result.reason ?? "unknown reason");
			return sanitizeLine(
				`${endpointOf(result)}${several ? ` ${result.platform}` : ""} ${marks[result.verdict]} ${text}`.trimEnd(),
			);
		}),
		...leftovers.map((left) => `left over, to be removed by the next run: ${left}`),
	];
}

function healthyText({ architecture, readyMs, probes, warnings = [], reason }: SmokedService): string {
	const latency = probes[0]?.latencyMs;
	return [
		architecture,
		readyMs !== undefined && `ready in ${formatDuration(readyMs)}`,
		latency !== undefined && `answers in ${formatDuration(latency)}`,
		...warnings.map((warning) => `warning: ${warning}`),
		reason,
	]
		.filter(Boolean)
		.join(", ");
}

/** Whether {@link diagnosisText} made this text for this service. */
export const isDiagnosis = (text: string, service: string): boolean =>
	text.startsWith(`${service} `) && /^.*: .*\nimage {7}\S+\nfailed in {3}\w+\n/.test(text);

/** All details of a failure, as text. */
export function diagnosisText({ service, platform, ref, failure, needs = [], probes }: SmokedService): string {
	if (failure === undefined) return "";
	const { phase, guess, lastProbe, exitCode, exitMeaning, healthLog = [], ports = [], inspect, log } = failure;
	const section = (title: string, lines: readonly string[]) =>
		lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
	return [
		`${service} ${platform}: ${guess}`,
		`image       ${ref}`,
		`failed in   ${phase}`,
		...(lastProbe === undefined ? [] : [`last probe  ${lastProbe}`]),
		...(exitCode === undefined
			? []
			: [`exit code   ${exitCode}${exitMeaning === undefined ? "" : ` (${exitMeaning})`}`]),
		...(needs.length === 0 ? [] : [`needs       ${needs.join(", ")}`]),
		...section(
			"probes",
			probes.map(
				({ ok, kind, target, error }) =>
					`${ok ? "✓" : "✗"} ${kind} ${target}${error === undefined ? "" : `: ${error}`}`,
			),
		),
		...section(
			"ports",
			ports.map(({ container, published, listens }) =>
				[
					container,
					published === undefined ? "not published" : `published on ${published}`,
					...(listens === undefined ? [] : [listens === "nothing" ? "nothing listens" : `listens on ${listens}`]),
				].join(", "),
			),
		),
		...section(
			"health log",
			healthLog.map(({ exitCode: code, output }) => `exit ${code}${output === "" ? "" : `: ${output}`}`),
		),
		...section(
			"inspect",
			Object.entries(inspect ?? {}).map(([key, value]) => `${key}: ${value}`),
		),
		...section("log", log),
	]
		.map((line) => sanitizeLine(line))
		.join("\n");
}
