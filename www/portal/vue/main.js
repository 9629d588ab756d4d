// A portal in Vue 3: the list by the API, the picked enterprise by the element or, where it is so wished, by a frame
// of the office's own site of Xinheng.
import { createApp } from "vue";
import Portal from "./Portal.vue";
import "../common/portal.css";

createApp(Portal).mount("#portal");
