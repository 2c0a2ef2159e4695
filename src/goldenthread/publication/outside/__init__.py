"""Outside: what somebody finds in the files of a pack who opens them all and looks everywhere."""
