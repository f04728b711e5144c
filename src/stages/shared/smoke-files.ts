import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import type { SmokeResult } from "../../model/documents/smoke.ts";
import { junitXml } from "../../presentation/text/junit-xml.ts";
import { diagnosisText, isDiagnosis } from "../../presentation/text/smoke-lines.ts";
import { listFiles, writeDocument, writeFileAtomically } from "./documents-folder.ts";

/** Writes `smoke.json`, `smoke.junit.xml`, and the diagnosis of each failure to the file that it names. */
export async function writeSmokeFiles(out: string, result: SmokeResult): Promise<SmokeResult> {
	for (const service of result.services)
		if (service.failure?.file !== undefined)
			await writeFileAtomically(service.failure.file, `${diagnosisText(service)}\n`);
	await writeFileAtomically(path.join(out, "smoke.junit.xml"), junitXml(result));
	await writeDocument(out, result);
	return result;
}

const ending = ".diagnosis.txt";

/** Removes the diagnoses of an earlier run in this folder, and nothing else. */
export async function removeDiagnoses(out: string): Promise<void> {
	const files = await listFiles(path.join(out, "logs"), (file) => file.endsWith(ending));
	await Promise.all(
		files.map(async (file) => {
			const text = await readFile(file, "utf8").catch(() => "");
			if (isDiagnosis(text, path.basename(file, ending))) await rm(file, { force: true });
		}),
	);
}
