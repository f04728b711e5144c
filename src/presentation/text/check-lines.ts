import { failedChecks, formatFailedCheck } from "../../model/documents/results.ts";
import type { VerifyResult } from "../../model/documents/verify.ts";
import { formatSize, plural } from "../../util/format.ts";
import { checkedImages, type Run } from "../run/run.ts";

/** Every failed check, errors first. */
export function failedCheckLines(run: Run): readonly { readonly level: "error" | "warning"; readonly text: string }[] {
	const advisory = new Set(
		run.plan.services.filter(({ policy }) => policy.verify === "advisory").map(({ name }) => name),
	);
	const images = checkedImages(run);
	const lines = images.flatMap(({ service, platform, checks }) => {
		const several = images.filter((image) => image.service === service).length > 1;
		const bad = checks.filter(({ ok }) => !ok);
		const stops = new Set(advisory.has(service) ? [] : failedChecks(bad));
		return bad.map((check) => ({
			level: stops.has(check) ? ("error" as const) : ("warning" as const),
			text: `${service}${several ? ` ${platform}` : ""} ${formatFailedCheck(check)} [${check.id}]`,
		}));
	});
	return [...lines].sort((a, b) => (a.level < b.level ? -1 : a.level > b.level ? 1 : 0));
}

/** `10 images: 240 checks, 2 failed, 40 not looked at; 31 layers of 52 MB read`. */
export function verifyTotals({ images, layers }: VerifyResult): string {
	const checks = images.flatMap((image) => image.checks);
	const count = (n: number, words: string) => (n === 0 ? [] : [`${n} ${words}`]);
	const failed = failedChecks(checks).length;
	const bad = checks.filter(({ ok }) => !ok).length;
	const parts = [
		plural(checks.length, "check"),
		...count(failed, "failed"),
		...count(bad - failed, bad - failed === 1 ? "warning" : "warnings"),
		...count(
			images.reduce((sum, { unchecked }) => sum + unchecked.length, 0),
			"not looked at",
		),
	];
	return `${plural(images.length, "image")}: ${parts.join(", ")}; ${plural(layers.read, "layer")} of ${formatSize(layers.bytes)} read`;
}
