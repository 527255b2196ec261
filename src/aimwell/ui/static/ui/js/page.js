// What every page runs. Each part works alone; without any of them the page still reads and every form still sends.
import "./offline.js";
import "./outbox.js";
import "./drafts.js";
import "./busy.js";
import "./toast.js";
import "./shortcuts.js";
import "./focus.js";
import "./walk.js";
