import { formatMegabytes, type VerifiedFacts } from "../../../model/image-checks/check-config.ts";
import { type CheckResult, shortList } from "../../../model/image-checks/check-results.ts";
import type { VerifySettings } from "../../../model/service/service.ts";

type SizeFacts = Pick<VerifiedFacts, "size" | "layers" | "history">;

const defaultGrowth = { kind: "share", most: 0.25 } as const;

/** Growth since the published image, and the layers that cause it. */
export function growthVerdict(
	now: SizeFacts,
	before: SizeFacts,
	tag: string,
	limit: VerifySettings["maxGrowth"],
): CheckResult {
	const { kind, most } = limit ?? defaultGrowth;
	const allowed = kind === "share" ? before.size * most : most;
	const growth = now.size - before.size;
	const limitText = kind === "share" ? `${Math.round(most * 100)} %` : formatMegabytes(most);
	const layers = growth > 0 ? grownLayers(now, before) : [];
	return {
		name: "growth",
		ok: growth <= allowed,
		expected: `at most ${limitText} more than ${tag} (${formatMegabytes(before.size)})`,
		actual: `${growth < 0 ? "" : "+"}${formatMegabytes(growth)}${layers.length === 0 ? "" : `: ${shortList(layers)}`}`,
	};
}

/** Compares layers by their instruction: an edited one is new, and the one that it replaces is gone. */
function grownLayers(now: SizeFacts, before: SizeFacts): readonly string[] {
	const oldSizes = new Map<string, number>();
	for (const { by, size } of layersOf(before)) oldSizes.set(by, (oldSizes.get(by) ?? 0) + size);
	const growth = new Map<string, number>();
	for (const { by, size } of layersOf(now)) growth.set(by, (growth.get(by) ?? -(oldSizes.get(by) ?? 0)) + size);
	return [...growth]
		.filter(([, bytes]) => bytes > 0)
		.sort(([, a], [, b]) => b - a)
		.map(([by, bytes]) => `+${formatMegabytes(bytes)} ${by}${oldSizes.has(by) ? "" : " (new)"}`);
}

function layersOf({ layers, history }: SizeFacts): readonly { readonly by: string; readonly size: number }[] {
	// BuildKit adds steps of its own (`[4/5] COPY`) at the end where a base has too few.
	const steps = history.filter(({ empty, createdBy }) => !empty && !/^\[[^\]]*\d\/\d+\] /.test(createdBy));
	// A base that was not built from a Dockerfile has no history: the last steps belong to the last layers.
	const first = layers.length - steps.length;
	return layers.map(({ size }, i) => ({ by: instruction(steps[i - first]?.createdBy) ?? `layer ${i + 1}`, size }));
}

/** Without what BuildKit and the old builder write around an instruction. */
function instruction(createdBy = ""): string | undefined {
	const text = createdBy
		.replace(/(?<!\s)\s*# buildkit$/, "")
		.replace(/^\/bin\/sh -c (?:#\(nop\)\s*)?/, "")
		.replace(/\s+/g, " ")
		.trim();
	return text === "" ? undefined : text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
