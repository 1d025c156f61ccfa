import { createServer } from "node:net";
import { Refusal } from "./step.mjs";

/** Refuse when somebody listens there already. */
export function checkPort(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => {
      if (error.code === "EADDRINUSE") reject(new Refusal(`Port ${port} is in use by another program: stop it, or choose another port with PORT=${port + 1}.`));
      else if (error.code === "EACCES") reject(new Refusal(`Port ${port} is not allowed for this account: choose one above 1023 with PORT=3000.`));
      else reject(new Refusal(`Cannot listen on ${host}, port ${port} (${error.code}): check HOST and PORT.`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** A port on which nobody listens now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
