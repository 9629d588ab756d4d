// A portal in Vue 3: the list by the API, the picked enterprise by the element.
import { createApp } from "vue";
import Portal from "./Portal.vue";
import "../common/portal.css";

createApp(Portal).mount("#portal");
