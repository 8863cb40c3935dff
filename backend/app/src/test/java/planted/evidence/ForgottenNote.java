package planted.evidence;

import org.springframework.data.mongodb.core.mapping.Document;

/** Changed by people, and the trail never hears of it. */
@Document
class ForgottenNote {}
