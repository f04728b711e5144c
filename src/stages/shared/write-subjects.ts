import path from "node:path";
import {
	type AttestableResult,
	attestationSubjects,
	formatChecksums,
} from "../../model/documents/attestation-subjects.ts";
import { writeFileAtomically } from "./documents-folder.ts";

/** Leaves `<stage>-subjects.txt` for actions/attest: what a stage made, by name and digest. Nothing where it made nothing. */
export async function writeAttestationSubjects(
	out: string,
	stage: "build" | "publish",
	result: AttestableResult,
): Promise<void> {
	const subjects = attestationSubjects(result);
	if (subjects.length > 0)
		await writeFileAtomically(path.join(out, `${stage}-subjects.txt`), formatChecksums(subjects));
}
