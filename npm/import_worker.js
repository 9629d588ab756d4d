// The worker of an import.
import { startReading } from "./reading.js";
import { serve } from "./serve.js";

const hear = serve(startReading, (told) => self.postMessage(told));

self.onmessage = ({ data }) => hear(data);
