package id.zitrack.platform;

/** A setting that keeps the application from starting, said in one sentence that names the setting. */
public final class WrongSetting extends RuntimeException {
    private final String setting;

    public WrongSetting(String setting, String whatIsWrong) {
        super(setting + ": " + whatIsWrong);
        this.setting = setting;
    }

    public WrongSetting(String setting, String whatIsWrong, Throwable cause) {
        super(setting + ": " + whatIsWrong, cause);
        this.setting = setting;
    }

    String setting() {
        return setting;
    }
}
