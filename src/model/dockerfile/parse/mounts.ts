import type { Instruction } from "./instruction.ts";
import { splitCsvFields, toKeyValue } from "./split-words.ts";

/** One `RUN --mount`, not expanded. */
export interface Mount {
	readonly type: string;
	readonly from?: string;
	readonly source: string;
	readonly target: string;
	readonly id?: string;
}

const keys: Readonly<Record<string, keyof Mount>> = {
	type: "type",
	from: "from",
	source: "source",
	src: "source",
	target: "target",
	dst: "target",
	destination: "target",
	id: "id",
};

/** The mounts of a RUN; `bind` is the default type. Undefined if one is malformed. */
export function readMounts(instruction: Instruction): readonly Mount[] | undefined {
	if (instruction.keyword !== "RUN") return [];
	const mounts: Mount[] = [];
	for (const { name, value } of instruction.flags) {
		if (name !== "mount") continue;
		const fields = splitCsvFields(value ?? "");
		if (fields === undefined) return undefined;
		const mount: { -readonly [K in keyof Mount]: Mount[K] } = { type: "bind", source: "", target: "" };
		for (const field of fields) {
			const { key: name, value: text } = toKeyValue(field);
			const key = keys[name.toLowerCase()];
			if (key !== undefined && text !== undefined) mount[key] = text;
		}
		mounts.push(mount);
	}
	return mounts;
}
