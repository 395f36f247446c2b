import { render } from "preact";

import { Questionnaire } from "./questionnaire.jsx";

render(<Questionnaire />, document.getElementById("app"));
