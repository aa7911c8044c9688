"""Data as printed in publications, retyped: the ground of `golden/test_published_statistics.py`.

Facts only; each table names where it was printed. Missing is `None` throughout.
"""

LIPSET_CONDITIONS = ("DEV", "URB", "LIT", "IND", "STB")

# Survival of democracy between the wars: Lipset (1959) as dichotomised in Rihoux and De Meur, "Crisp-Set Qualitative
# Comparative Analysis", in Rihoux and Ragin (2009), Configurational Comparative Methods, ch. 3.
LIPSET_CRISP = {
    "AU": (1, 0, 1, 1, 0, 0),
    "BE": (1, 1, 1, 1, 1, 1),
    "CZ": (1, 1, 1, 1, 1, 1),
    "EE": (0, 0, 1, 0, 1, 0),
    "FI": (1, 0, 1, 0, 1, 1),
    "FR": (1, 0, 1, 1, 1, 1),
    "DE": (1, 1, 1, 1, 0, 0),
    "GR": (0, 0, 0, 0, 0, 0),
    "HU": (0, 0, 1, 0, 0, 0),
    "IE": (1, 0, 1, 0, 1, 1),
    "IT": (0, 0, 0, 0, 1, 0),
    "NL": (1, 1, 1, 1, 1, 1),
    "PL": (0, 0, 1, 0, 0, 0),
    "PT": (0, 0, 0, 0, 0, 0),
    "RO": (0, 0, 0, 0, 1, 0),
    "ES": (0, 0, 0, 0, 0, 0),
    "SE": (1, 0, 1, 1, 1, 1),
    "UK": (1, 1, 1, 1, 1, 1),
}

# The same as fuzzy sets: Ragin, "Qualitative Comparative Analysis Using Fuzzy Sets (fsQCA)", same volume, p. 112.
LIPSET_FUZZY = {
    "AU": (0.81, 0.12, 0.99, 0.73, 0.43, 0.05),
    "BE": (0.99, 0.89, 0.98, 1.00, 0.98, 0.95),
    "CZ": (0.58, 0.98, 0.98, 0.90, 0.91, 0.89),
    "EE": (0.16, 0.07, 0.98, 0.01, 0.91, 0.12),
    "FI": (0.58, 0.03, 0.99, 0.08, 0.58, 0.77),
    "FR": (0.98, 0.03, 0.99, 0.81, 0.95, 0.95),
    "DE": (0.89, 0.79, 0.99, 0.96, 0.31, 0.05),
    "GR": (0.04, 0.09, 0.13, 0.36, 0.43, 0.06),
    "HU": (0.07, 0.16, 0.88, 0.07, 0.13, 0.42),
    "IE": (0.72, 0.05, 0.98, 0.01, 0.95, 0.92),
    "IT": (0.34, 0.10, 0.41, 0.47, 0.58, 0.05),
    "NL": (0.98, 1.00, 0.99, 0.94, 0.99, 0.95),
    "PL": (0.02, 0.17, 0.59, 0.00, 0.00, 0.12),
    "PT": (0.01, 0.02, 0.01, 0.11, 0.01, 0.05),
    "RO": (0.01, 0.03, 0.17, 0.00, 0.84, 0.21),
    "ES": (0.03, 0.30, 0.09, 0.21, 0.20, 0.06),
    "SE": (0.95, 0.13, 0.99, 0.67, 0.91, 0.95),
    "UK": (0.98, 0.99, 0.99, 1.00, 0.98, 0.95),
}

KROOK_CONDITIONS = ("ES", "QU", "WS", "WM", "LP")

# Women in parliament in 22 Western democracies: the truth table of Krook (2010), Political Studies 58:886-908.
# Combination, number of cases, outcome.
KROOK = (
    ("00010", 2, 0),
    ("00011", 1, 1),
    ("01000", 1, 0),
    ("01010", 4, 0),
    ("01011", 1, 1),
    ("10001", 1, 0),
    ("10100", 1, 1),
    ("10111", 1, 1),
    ("11000", 3, 0),
    ("11001", 1, 1),
    ("11010", 1, 1),
    ("11011", 2, 1),
    ("11100", 1, 1),
    ("11111", 2, 1),
)

CEBOTARI_VINK_CONDITIONS = ("DEMOC", "ETHFRACT", "GEOCON", "POLDIS", "NATPRIDE")

# Protest of 29 ethnic minorities: the truth table of Cebotari and Vink (2013), International Journal of Comparative
# Sociology 54:298-324, from their replication data (2015), consistency to three digits.
# Combination, number of cases, consistency, proportional reduction in inconsistency.
CEBOTARI_VINK = (
    ("00001", 4, 0.648, 0.182),
    ("00100", 2, 0.874, 0.584),
    ("00101", 1, 0.732, 0.148),
    ("00111", 1, 0.749, 0.248),
    ("01001", 1, 0.741, 0.086),
    ("01101", 3, 0.653, 0.098),
    ("01110", 2, 0.929, 0.839),
    ("01111", 1, 0.821, 0.591),
    ("10011", 1, 0.711, 0.162),
    ("10101", 4, 0.725, 0.281),
    ("10111", 2, 0.904, 0.754),
    ("11010", 1, 0.938, 0.783),
    ("11011", 1, 0.768, 0.225),
    ("11100", 1, 0.957, 0.858),
    ("11101", 2, 0.922, 0.667),
    ("11110", 1, 0.959, 0.891),
    ("11111", 1, 0.892, 0.717),
)

# 18 garden flowers, 8 characteristics: Struyf, Hubert and Rousseeuw (1996), Journal of Statistical Software 1(4).
# Winters, shadow, tubers, colour, soil, preference, height in cm, distance in cm.
FLOWERS = (
    (0, 1, 1, 4, 3, 15, 25, 15),
    (1, 0, 0, 2, 1, 3, 150, 50),
    (0, 1, 0, 3, 3, 1, 150, 50),
    (0, 0, 1, 4, 2, 16, 125, 50),
    (0, 1, 0, 5, 2, 2, 20, 15),
    (0, 1, 0, 4, 3, 12, 50, 40),
    (0, 0, 0, 4, 3, 13, 40, 20),
    (0, 0, 1, 2, 2, 7, 100, 15),
    (1, 1, 0, 3, 1, 4, 25, 15),
    (1, 1, 0, 5, 2, 14, 100, 60),
    (1, 1, 1, 5, 3, 8, 45, 10),
    (1, 1, 1, 1, 2, 9, 90, 25),
    (1, 1, 0, 1, 2, 6, 20, 10),
    (1, 1, 1, 4, 2, 11, 80, 30),
    (1, 0, 0, 3, 2, 10, 40, 20),
    (1, 0, 0, 4, 2, 18, 200, 60),
    (1, 0, 0, 2, 2, 17, 150, 60),
    (0, 0, 1, 2, 1, 5, 25, 10),
)

# Alliance and enmity among 16 Gahuku-Gama subtribes: Read (1954), Southwestern Journal of Anthropology 10:1-43, as
# numbered in Hage and Harary (1983), Structural Models in Anthropology.
GAHUKU_ALLIES = (
    *((1, 2), (1, 15), (1, 16), (2, 15), (2, 16), (3, 4), (3, 6), (3, 7), (3, 8), (4, 8), (5, 7), (5, 9), (5, 14)),
    *((6, 7), (6, 8), (6, 11), (6, 12), (7, 8), (7, 11), (7, 12), (7, 13), (8, 11), (8, 12), (9, 10), (9, 13)),
    *((10, 13), (11, 12), (13, 14), (15, 16)),
)
GAHUKU_ENEMIES = (
    *((1, 3), (1, 4), (1, 5), (1, 6), (1, 12), (2, 3), (2, 5), (2, 6), (2, 9), (2, 10), (5, 15), (5, 16), (6, 9)),
    *((6, 13), (6, 16), (8, 14), (9, 11), (9, 15), (10, 11), (10, 15), (11, 13), (11, 15), (11, 16), (12, 14)),
    *((12, 15), (12, 16), (13, 15), (13, 16), (14, 16)),
)

# Months until breast retraction after radiotherapy alone: Finkelstein and Wolfe (1985), Biometrics 41:933-945.
# Last month seen without it, first month seen with it (None: never seen).
RETRACTION = (
    *((45, None), (6, 10), (0, 7), (46, None), (46, None), (7, 16), (17, None), (7, 14), (37, 44), (0, 8), (4, 11)),
    *((15, None), (11, 15), (22, None), (46, None), (46, None), (25, 37), (46, None), (26, 40), (46, None), (27, 34)),
    *((36, 44), (46, None), (36, 48), (37, None), (40, None), (17, 25), (46, None), (11, 18), (38, None), (5, 12)),
    *((37, None), (0, 5), (18, None), (24, None), (36, None), (5, 11), (19, 35), (17, 25), (24, None), (32, None)),
    *((33, None), (19, 26), (37, None), (34, None), (36, None)),
)
