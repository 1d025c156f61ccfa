import type { ChosenFile } from "./new-document";

/** Reads a file into base64, as the API takes it. Rejects when the browser cannot read it, as with a folder. */
export function readFile(file: File): Promise<ChosenFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error("The file could not be read."));
    reader.onload = () => {
      const url = typeof reader.result === "string" ? reader.result : "";
      // An empty file has no comma in its data URL.
      resolve({ name: file.name, size: file.size, dataBase64: url.slice(url.indexOf(",") + 1).replace(/^data:.*/, "") });
    };
    reader.readAsDataURL(file);
  });
}
