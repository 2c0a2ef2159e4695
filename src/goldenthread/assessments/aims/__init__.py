"""Aims: what is asked of a figure where that is not the target of its period: of peers, of the year's end."""
