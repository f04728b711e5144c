import { UserError } from "../../src/util/errors.ts";

/** What a full tag such as `v1.2.0` or `v1.2.0-rc.1` says. */
export interface Version {
	readonly tag: string;
	/** Without the `v`. */
	readonly text: string;
	readonly numbers: readonly [number, number, number];
	/** Before the release of that number: it moves no other tag. */
	readonly isPrerelease: boolean;
	/** The tag that users name: `v1`. */
	readonly majorTag: string;
}

const form = /^v((0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})(-[0-9A-Za-z]+(?:\.[0-9A-Za-z]+)*)?)$/;

/** Undefined for what is not a full tag: `v1`, `latest`, `v1.2`. */
export function readVersion(tag: string): Version | undefined {
	const found = form.exec(tag);
	if (found === null) return undefined;
	const [, text = "", major, minor, patch, pre] = found;
	return {
		tag,
		text,
		numbers: [Number(major), Number(minor), Number(patch)],
		isPrerelease: pre !== undefined,
		majorTag: `v${major}`,
	};
}

export function toVersion(tag: string): Version {
	const version = readVersion(tag);
	if (version !== undefined) return version;
	throw new UserError({
		code: "release/tag",
		message: `"${tag}" is not a full tag`,
		fix: "v1.2.0, or v1.2.0-rc.1 for one before the release",
	});
}

/** Whether a release is newer than another, prereleases aside: those count as the release that they come before. */
export function isNewer(one: Version, other: Version): boolean {
	for (const [i, number] of one.numbers.entries()) {
		const before = other.numbers[i] ?? 0;
		if (number !== before) return number > before;
	}
	return false;
}
