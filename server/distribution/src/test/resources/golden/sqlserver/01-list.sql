SELECT [t0].[code] COLLATE Latin1_General_100_BIN2 AS [c0], [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c1], [t0].[population] AS [c2],
   [t0].[vat] AS [c3]
FROM [country] AS [t0]
ORDER BY [t0].[code]
