import path from "node:path";
import type { PlannedImage } from "../../../model/documents/plan.ts";

/** `service on platform`: what names one image of a plan. */
export function imageId({ service, platform }: Pick<PlannedImage, "service" | "platform">): string {
	return `${service} ${platform}`;
}

/** A bake target's name for each image: the service and its platform, in the letters bake takes; never two alike. */
export function targetNames(images: readonly PlannedImage[]): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	const taken = new Set<string>();
	for (const image of images) {
		const wish = `${image.service}_${image.platform}`.replace(/[^a-zA-Z0-9_-]/g, "-");
		let name = wish;
		for (let n = 2; taken.has(name); n++) name = `${wish}-${n}`;
		taken.add(name);
		names.set(imageId(image), name);
	}
	return names;
}

/** A path of the catalog on this machine. */
export function catalogPath(root: string, relative: string): string {
	return path.join(root, relative);
}

/** One line of comma-separated `key=value` as buildx reads them: a field with a comma, quote or line end is quoted. */
export function csv(fields: readonly string[]): string {
	return fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(",");
}
