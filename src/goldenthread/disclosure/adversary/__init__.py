"""Adversary: an outsider who keeps everything ever published, knows the rule, and has a good computer.

Nothing of how a release was decided is asked: neither its proof, nor which figures were hidden for their own
sake. What is read is what was printed, and what was hidden, figure by figure; how figures add up is public.
The true counts behind hidden figures serve to say whether the outsider is right.
"""
