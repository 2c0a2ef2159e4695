"""Process control at the door: files of series and parameters in, points and verdicts out."""
