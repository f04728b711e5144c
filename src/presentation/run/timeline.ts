import type { TimelineBar } from "../../model/documents/report.ts";
import { defined } from "../../util/defined.ts";
import type { Run } from "./run.ts";

/** Everything with a start and an end, earliest first. */
export function timeline({ plan, build, smoke }: Run): readonly TimelineBar[] {
	const waves = new Map(plan.waves.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));
	const bar = (
		kind: TimelineBar["kind"],
		{ service, platform, startedAt, durationMs, runner }: Timed,
		good: boolean,
	): readonly TimelineBar[] => {
		const start = Date.parse(startedAt ?? "");
		if (Number.isNaN(start) || durationMs === undefined) return [];
		const where = { service, platform, wave: waves.get(service) ?? 1, ...defined({ runner }) };
		return [{ kind, ...where, start, end: start + durationMs, good }];
	};
	return [
		...(build?.images.flatMap((image) => bar("build", image, image.outcome === "built")) ?? []),
		...(smoke?.services.flatMap((result) => bar("smoke", result, result.verdict === "healthy")) ?? []),
	].sort((a, b) => a.start - b.start);
}

interface Timed {
	readonly service: string;
	readonly platform: string;
	readonly startedAt?: string;
	readonly durationMs?: number;
	readonly runner?: string;
}

/** Bars grouped: builds by wave and runner, smoke by runner. */
export function lanes(bars: readonly TimelineBar[]): ReadonlyMap<string, readonly TimelineBar[]> {
	const several = new Set(bars.map(({ runner }) => runner)).size > 1;
	const builds = bars.filter(({ kind }) => kind === "build").sort((a, b) => a.wave - b.wave || a.start - b.start);
	const probes = bars.filter(({ kind }) => kind === "smoke");
	return Map.groupBy([...builds, ...probes], ({ kind, wave, runner }) =>
		[kind === "build" ? `wave ${wave}` : "smoke", ...(several ? [runner ?? "this machine"] : [])].join(", "),
	);
}

/** Milliseconds from the first build to the last verdict; undefined if nothing took time. */
export function runSpan(run: Run): number | undefined {
	const bars = timeline(run);
	if (bars.length === 0) return undefined;
	return Math.max(...bars.map(({ end }) => end)) - Math.min(...bars.map(({ start }) => start));
}
