import type { PlannedImage } from "../../../model/documents/plan.ts";

/** The key of an image within a plan: `service platform`. */
export function imageId({ service, platform }: Pick<PlannedImage, "service" | "platform">): string {
	return `${service} ${platform}`;
}

/** A unique bake target name per image, from service and platform. */
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

/** Comma-separated fields for buildx: fields with a comma, quote or line end are quoted. */
export function csv(fields: readonly string[]): string {
	return fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(",");
}
