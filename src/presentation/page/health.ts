import { formatDuration } from "../../util/format.ts";
import type { Run } from "../run/run.ts";
import { bar, el, type OptionalSection, serviceData, sparkline, table } from "./elements.ts";

/** What smoke tried: time until ready and latency, now and over the last runs. */
export function healthPart(run: Run): OptionalSection {
	const tried = (run.smoke?.services ?? []).filter(({ verdict }) => verdict !== "skipped");
	if (tried.length === 0) return undefined;
	const several = new Set(tried.map(({ platform }) => platform)).size > 1;
	const slowest = Math.max(1, ...tried.map(({ readyMs = 0 }) => readyMs));
	const longest = Math.max(1, ...tried.map(({ probes }) => probes[0]?.latencyMs ?? 0));
	const past = (service: string, key: "readyMs" | "latencyMs") =>
		several ? [] : (run.history ?? []).map(({ services }) => services[service]?.[key]);
	const columns = ["Service", "Verdict", "Probe", "Ready after", "Answers in", "Latency over time"];
	const rows = tried.map(({ service, platform, verdict, architecture, readyMs, probes, failure, warnings, reason }) => {
		const [probe] = probes;
		return el("tr", serviceData(service), [
			el("th", { scope: "row" }, [service, several ? el("small", null, platform) : null]),
			el("td", null, [
				el("span", { class: `badge ${verdict}` }, verdict),
				...(warnings ?? []).map((warning) => el("small", null, `⚠️ ${warning}`)),
				el("small", null, failure?.guess ?? reason ?? architecture),
			]),
			el("td", null, [
				probe === undefined ? "-" : el("code", null, probe.target.replace(/ http:\/\/[^/]+/, " ")),
				probe?.port === undefined ? null : el("small", null, `port ${probe.port}`),
			]),
			el("td", { class: "meter" }, readyMs === undefined ? "-" : [formatDuration(readyMs), bar(readyMs / slowest)]),
			el(
				"td",
				{ class: "meter" },
				probe?.latencyMs === undefined ? "-" : [formatDuration(probe.latencyMs), bar(probe.latencyMs / longest)],
			),
			el(
				"td",
				null,
				sparkline([...past(service, "latencyMs"), probe?.latencyMs], `latency of ${service} over the last runs`),
			),
		]);
	});
	const { name, subnet, note } = run.smoke?.network ?? { name: "" };
	const where = `On network ${name}${subnet === undefined ? "" : ` (${subnet})`}${note === undefined ? "" : `: ${note}`}.`;
	return {
		id: "health",
		title: "Health",
		body: el("div", null, [el("p", { class: "soft" }, where), table("Health", columns, rows)]),
	};
}
