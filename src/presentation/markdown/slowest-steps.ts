import type { BuildResult } from "../../model/documents/build.ts";
import { formatDuration } from "../../util/format.ts";
import { fold, markdownTable, markdownText } from "./markdown.ts";

const shown = 15;
const leastMs = 100;

/** The slowest build steps, folded. Undefined if there are none. */
export function slowestStepsSection({ images }: BuildResult): string | undefined {
	const steps = images
		.flatMap(({ service, platform, steps: all = [] }) =>
			all.map((step) => ({ ...step, image: `${service} (${platform})` })),
		)
		.filter(({ cached, durationMs }) => !cached && durationMs >= leastMs)
		.sort((a, b) => b.durationMs - a.durationMs)
		.slice(0, shown);
	if (steps.length === 0) return undefined;
	return fold(
		"slowest build steps",
		markdownTable(
			["image", "step", "took:"],
			steps.map(({ image, name, durationMs }) => [markdownText(image), markdownText(name), formatDuration(durationMs)]),
		),
	);
}
