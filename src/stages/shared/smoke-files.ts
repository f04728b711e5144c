import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import type { SmokeResult } from "../../model/documents/smoke.ts";
import { junitXml } from "../../presentation/text/junit-xml.ts";
import { diagnosisText, isDiagnosis } from "../../presentation/text/smoke-lines.ts";
import { listFiles, writeDocument, writeFileAtomically } from "./documents-folder.ts";

/** Writes what is known of each failure to the file that it names, `smoke.junit.xml` and `smoke.json`. */
export async function writeSmokeFiles(out: string, result: SmokeResult): Promise<SmokeResult> {
	for (const one of result.services)
		if (one.failure?.file !== undefined) await writeFileAtomically(one.failure.file, `${diagnosisText(one)}\n`);
	await writeFileAtomically(path.join(out, "smoke.junit.xml"), junitXml(result));
	await writeDocument(out, result);
	return result;
}

const ending = ".diagnosis.txt";

/** Removes what an earlier run in this folder wrote about its failures, and nothing else: who reads one now would take it for this run's. */
export async function removeDiagnoses(out: string): Promise<void> {
	const found = await listFiles(path.join(out, "logs"), (file) => file.endsWith(ending));
	await Promise.all(
		found.map(async (file) => {
			const text = await readFile(file, "utf8").catch(() => "");
			if (isDiagnosis(text, path.basename(file, ending))) await rm(file, { force: true });
		}),
	);
}
