import { api } from "./api";

interface DownloadedFile {
  name: string;
  content: Blob;
}

/** Fetches a file of /api/v1 under the name that the server gives it. Throws `ApiError`. */
export async function fetchFile(path: string): Promise<DownloadedFile> {
  const response = await api.response(path);
  return { name: downloadName(response.headers.get("Content-Disposition")), content: await response.blob() };
}

/** Hands a file to the browser to save. */
export function saveFile({ name, content }: DownloadedFile): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it when the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** The name in a Content-Disposition header: the UTF-8 form (RFC 6266) first, else the plain one. */
export function downloadName(disposition: string | null): string {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  if (extended) return decodeURIComponent(extended);
  return /filename="([^"]+)"/i.exec(disposition ?? "")?.[1] ?? "document";
}
