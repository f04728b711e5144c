import type { HostImage, HostResult, ImageBuild } from "../../model/documents/verify-host.ts";
import { shortDigest } from "../../util/format.ts";
import { sanitizeLine } from "../../util/sanitize.ts";
import { markdownText } from "../markdown/markdown.ts";
import { smokeLines } from "./smoke-lines.ts";

/** `✓ Present: docker.io/pickme/lucid-data-chain:latest-arm64`, one image per line. */
export function hostLines({ host, images }: HostResult): readonly string[] {
	return [
		`host ${host.name}: Docker ${host.engine}, ${host.platform}`,
		...images.map((image) => sanitizeLine(line(image))),
	];
}

/** The same with smoke's results, for a step summary. Indented, any line is code. */
export function hostSummary(result: HostResult): string {
	const lines = [...hostLines(result), "", ...smokeLines(result.smoke)].map((line) => `    ${line}`);
	return `### Published images on ${markdownText(result.host.name)}\n\n${lines.join("\n")}\n`;
}

function line({ state, ref, here, published, foreign = "", unsigned = "", signer }: HostImage): string {
	switch (state) {
		case "present":
			return `✓ Present: ${ref} ${about(here)}${signer === undefined ? "" : `, signed by ${signer}`}`;
		case "old":
			return `✗ Old: ${ref} is ${about(here)}; published is ${about(published)}`;
		case "absent":
			return `✗ Absent: ${ref}; published is ${about(published)}`;
		case "foreign":
			return `✗ Not ours: ${ref}: ${foreign}`;
		case "unsigned":
			return `✗ Unsigned: ${ref} is ${about(published ?? here)}: ${unsigned}`;
		case "unpublished":
			return `- Not published: ${ref}${here === undefined ? "" : `; here is ${about(here)}`}`;
	}
}

function about(image: ImageBuild | undefined): string {
	if (image === undefined) return "unknown";
	const { digest, revision, created } = image;
	const more = [revision?.slice(0, 12), created?.slice(0, 10)].filter(Boolean).join(", ");
	return `${shortDigest(digest)}${more === "" ? "" : ` (${more})`}`;
}
