import { disk } from "./whole-file";

/** For tests: a disk that takes so many more bytes of each file and is then full. Answers how it is made free again. */
export function fillDisk(bytes: number): () => void {
  const { open } = disk;
  disk.open = async (...given) => {
    const handle = await open(...given);
    handle.writeFile = async (body) => {
      await handle.write(Buffer.from(body as Uint8Array).subarray(0, bytes)); // narrowing: tests fill it with bytes and texts alone
      throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    };
    return handle;
  };
  return () => {
    disk.open = open;
  };
}
