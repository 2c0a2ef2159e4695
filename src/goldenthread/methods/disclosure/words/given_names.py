"""Given names: a short list of common first names in Britain that are no other English word or place."""

from __future__ import annotations

from typing import Final

# Chosen so that a capital word behind one of them is nearly always a surname. Left out on purpose: names that
# are words, months, flowers, virtues or places (April, Mark, Will, Rose, Grace, Hope, Victoria, Chelsea).
_LISTED: Final = """
    Aaliyah Aaron Abdul Abdullah Abigail Adam Adebayo Adrian Agnieszka Ahmed Aidan Aisha Alan Alexander
    Alfie Ali Alice Alison Amanda Amelia Amina Amy Andrea Andrew Angela Anita Anna Anne Anthony Antonio
    Arthur Ayesha Barbara Benjamin Bilal Brian Bridget Callum Carol Caroline Catherine Charles Chidi
    Chloe Christine Christopher Ciara Claire Colin Connor Craig Daniel Darren David Deborah Deepak
    Denise Derek Diane Dominic Donna Dorothy Dylan Edward Eilidh Eleanor Elena Elizabeth Ellie Emily
    Emma Eoin Eric Ethan Evelyn Ewa Fatima Fatou Fiona Francesca Gareth Gary Gavin Geoffrey Gillian
    Giovanni Graham Gregory Gurpreet Hamza Hannah Harpreet Harriet Hassan Heather Helen Ibrahim Imran
    Ioana Isaac Isabella Ivan Jacob Jacqueline James Jamila Jane Janet Jason Jayden Jennifer Jeremy
    Jessica Joanna Joanne John Jonathan Joseph Joshua Joyce Judith Julia Julie Justyna Karen Kashif
    Katarzyna Kate Katherine Kathleen Keith Kelly Kenneth Kevin Khadija Kieran Krzysztof Kwame Laura
    Lauren Leah Leon Linda Lisa Liam Louise Lucy Luke Lynn Maciej Malgorzata Manpreet Margaret Maria
    Marie Martin Martyna Mary Maryam Matthew Megan Mehmet Melissa Mia Michael Michelle Mohamed Mohammad
    Mohammed Molly Monika Muhammad Musa Nadia Natalie Nathan Neha Nicholas Nicola Nigel Noah Nuala Olga
    Oliver Olivia Olumide Omar Owen Pamela Patricia Patrick Paul Paula Peter Philip Piotr Pooja Priya
    Rachel Rajesh Ravi Rebecca Reece Rhys Richard Robert Roger Rohan Ronald Rosemary Ruth Ryan Sabrina
    Sadia Sally Salma Samantha Samir Samuel Sandra Sanjay Sara Sarah Scott Sean Sharon Shirley Sian
    Siobhan Simon Simran Sofia Sophie Stacey Stephanie Stephen Steven Stuart Sukhdeep Susan Suzanne
    Tariq Teresa Thomas Timothy Tomasz Tracey Tracy Tyler Usman Vanessa Wayne Wendy William Xiaoling
    Yasmin Yusuf Zainab Zara Zoe Zofia
"""
GIVEN_NAMES: Final = frozenset(_LISTED.split())
