package planted.house.cellar;

/** Below the kitchen. */
public class Cellar {}
