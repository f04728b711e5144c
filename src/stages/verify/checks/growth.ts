import { formatMegabytes, type VerifiedFacts } from "../../../model/image-checks/check-config.ts";
import { type CheckResult, shortList } from "../../../model/image-checks/check-results.ts";
import type { VerifySettings } from "../../../model/service/service.ts";

type Sized = Pick<VerifiedFacts, "size" | "layers" | "history">;

const defaultGrowth = { kind: "share", most: 0.25 } as const;

/** Against what is published: how much larger, and which layers made it so. */
export function growthVerdict(now: Sized, before: Sized, tag: string, limit: VerifySettings["maxGrowth"]): CheckResult {
	const { kind, most } = limit ?? defaultGrowth;
	const allowed = kind === "share" ? before.size * most : most;
	const by = now.size - before.size;
	const words = kind === "share" ? `${Math.round(most * 100)} %` : formatMegabytes(most);
	const grown = by > 0 ? grownLayers(now, before) : [];
	return {
		name: "growth",
		ok: by <= allowed,
		expected: `at most ${words} more than ${tag} (${formatMegabytes(before.size)})`,
		actual: `${by < 0 ? "" : "+"}${formatMegabytes(by)}${grown.length === 0 ? "" : `: ${shortList(grown)}`}`,
	};
}

/** Layers go by the instruction that made them: one that is edited is new, and what it took the place of is gone. */
function grownLayers(now: Sized, before: Sized): readonly string[] {
	const old = new Map<string, number>();
	for (const { by, size } of layersOf(before)) old.set(by, (old.get(by) ?? 0) + size);
	const grown = new Map<string, number>();
	for (const { by, size } of layersOf(now)) grown.set(by, (grown.get(by) ?? -(old.get(by) ?? 0)) + size);
	return [...grown]
		.filter(([, more]) => more > 0)
		.sort(([, a], [, b]) => b - a)
		.map(([by, more]) => `+${formatMegabytes(more)} ${by}${old.has(by) ? "" : " (new)"}`);
}

function layersOf({ layers, history }: Sized): readonly { readonly by: string; readonly size: number }[] {
	// BuildKit adds steps of its own making (`[4/5] COPY`) at the end where a base has too few.
	const steps = history.filter(({ empty, createdBy }) => !empty && !/^\[[^\]]*\d+\/\d+\] /.test(createdBy));
	// Bases that were not built from a Dockerfile have no history: then the last steps are the last layers'.
	const first = layers.length - steps.length;
	return layers.map(({ size }, i) => ({ by: instruction(steps[i - first]?.createdBy) ?? `layer ${i + 1}`, size }));
}

/** BuildKit's and the old builder's notes around an instruction say nothing. */
function instruction(createdBy: string | undefined): string | undefined {
	const text = (createdBy ?? "")
		.replace(/\s*# buildkit$/, "")
		.replace(/^\/bin\/sh -c (?:#\(nop\)\s*)?/, "")
		.replace(/\s+/g, " ")
		.trim();
	return text === "" ? undefined : text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
