import path from "node:path";
import { type Subjected, subjectsOf, subjectsText } from "../../model/documents/attestation-subjects.ts";
import { writeWhole } from "./documents-folder.ts";

/** Leaves `<stage>-subjects.txt` for actions/attest: what a stage made, by name and digest. Nothing where it made nothing. */
export async function writeSubjects(out: string, stage: "build" | "publish", result: Subjected): Promise<void> {
	const subjects = subjectsOf(result);
	if (subjects.length > 0) await writeWhole(path.join(out, `${stage}-subjects.txt`), subjectsText(subjects));
}
